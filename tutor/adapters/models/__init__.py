"""The catalogue of models and voices, and fetching them."""
