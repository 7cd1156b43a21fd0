"""Protocols: what may follow on what in talks, as pure state machines over the model's values."""
