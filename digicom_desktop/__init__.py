"""DigiCom Desktop (数商自评): offline self-assessment of a firm's digital commerce."""

__version__ = "0.1.0"
