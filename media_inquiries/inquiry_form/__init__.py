"""The form that reporters fill in, from what is typed to an inquiry at the desk or in quarantine."""
