"""The prompt tools as a service, which speaks the protocol of the retired API."""
