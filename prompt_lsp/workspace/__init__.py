"""The only reader and writer of prompt files and of configuration files."""
