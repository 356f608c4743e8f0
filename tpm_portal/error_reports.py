"""What an error report may say: where it broke, never what a learner wrote."""

from types import FrameType
from typing import Any

from django.http import HttpRequest
from django.views.debug import SafeExceptionReporterFilter


class WithoutContent(SafeExceptionReporterFilter):
    """Hides the values of every variable and of everything that was posted, whatever the view remembered to mark."""

    def get_post_parameters(self, request: HttpRequest | None) -> dict[str, Any]:
        if request is None:
            return {}
        if not self.is_active(request):
            return request.POST
        return dict.fromkeys(request.POST, self.cleansed_substitute)

    def get_traceback_frame_variables(self, request: HttpRequest, tb_frame: FrameType) -> Any:
        if not self.is_active(request):
            return tb_frame.f_locals.items()
        return [(name, self.cleansed_substitute) for name in tb_frame.f_locals]
