"""What a person asks for at a terminal, beside building: reviewing, inspecting, importing."""
