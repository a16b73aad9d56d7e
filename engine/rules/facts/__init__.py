"""What rules may name: the facts of a target and its answer, each worked out when it is first asked for."""
