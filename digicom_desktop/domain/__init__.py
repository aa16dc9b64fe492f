"""What an assessment is: pure values and rules, no input or output."""
