"""Language models: the embedded server, the client, the partner."""
