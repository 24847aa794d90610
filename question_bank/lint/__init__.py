"""What `bank check` looks at beyond what a bank needs to be used: its routes, its reach, its wording, its ease."""
