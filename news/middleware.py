"""What happens when two editors save a mention of the same article at the same moment."""

from .models import SecondMention


class AskFormAgain:
    """Has a form that found no other mention a moment ago look again: now it does, and nothing typed is lost."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Call the view once more after a `SecondMention`; other exceptions pass."""
        if not isinstance(exception, SecondMention) or request.method != "POST":
            return None
        match = request.resolver_match
        return match.func(request, *match.args, **match.kwargs)
