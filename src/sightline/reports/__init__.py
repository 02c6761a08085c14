"""What inspectors wrote: documents become cited facts and findings."""
