"""What the program ships ready-made and how each was made; see the README in each folder."""
