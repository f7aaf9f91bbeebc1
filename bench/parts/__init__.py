"""One file for each measurement: NAME, NEEDS (programs), a first paragraph that says what is measured, and measure()."""
