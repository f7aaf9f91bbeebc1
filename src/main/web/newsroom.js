// What every screen of the newsroom has. Screens work without it.
