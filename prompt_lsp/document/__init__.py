"""The model that rules see; values only, no IO."""
