"""The engines: what answers a job, by whatever means."""
