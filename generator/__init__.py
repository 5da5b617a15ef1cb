"""How content becomes a site: each stage is a function from a folder or model to the next."""
