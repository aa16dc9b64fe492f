"""The program tries itself, as it is installed, and says what works: option --self-test."""
