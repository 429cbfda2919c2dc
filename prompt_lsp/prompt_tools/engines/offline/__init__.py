"""The engine that needs nothing: no network, no model, the same answer every time.

It works on the structure of a prompt and claims nothing about what a model will make
of it. Each tool is a package with a function of its name.
"""
