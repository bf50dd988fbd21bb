"""Publishing by decision: releases prepared, signed (also on another machine), published, taken back."""
