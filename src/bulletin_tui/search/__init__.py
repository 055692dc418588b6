"""Finding articles: what was typed becomes a query, a query becomes hits."""
