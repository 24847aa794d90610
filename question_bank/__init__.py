"""What we ask: banks, taxonomy and wording as content, and the one door to them."""
