"""What the user sees: with app.py the only place that knows Qt."""
