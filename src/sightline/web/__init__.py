"""The web application: what people see and record. The only room that knows Django."""
