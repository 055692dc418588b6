"""From articles and spans to styled lines; free of widgets."""
