"""The sections of the home page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Site

from convenings.cards import next_card
from convenings.models import ConveningIndex
from core.blocks.convening import ConveningBlock
from core.blocks.links import CallToActionBlock, LinkBlock, LinksBlock
from core.blocks.media import PhotoBlock
from core.rich_text import ProseBlock


class HeroBlock(blocks.StructBlock):
    """The opening of the page: who we are, in large letters."""

    heading = blocks.CharBlock(max_length=120, label=_("Heading"))
    text = blocks.TextBlock(required=False, label=_("Text"), help_text=_("One or two sentences."))
    photo = PhotoBlock(required=False, label=_("Photo"))
    links = blocks.ListBlock(LinkBlock(), max_num=2, default=[], label=_("Buttons"))

    class Meta:
        icon = "home"
        label = _("Opening")
        template = "blocks/home/hero.html"
        description = _("Heading, a sentence and a large photo.")
        is_previewable = False


class LatestPostsBlock(blocks.StructBlock):
    """The newest posts of the blog; keeps itself up to date."""

    title = blocks.CharBlock(max_length=80, default=_("Latest news"), label=_("Title"))
    count = blocks.ChoiceBlock(choices=[("3", "3"), ("6", "6"), ("9", "9")], default="6", label=_("How many"))

    class Meta:
        icon = "date"
        label = _("Latest posts")
        template = "blocks/home/posts.html"
        description = _("The newest posts. Nothing to look after.")
        is_previewable = False


class FeaturedPostsBlock(blocks.StructBlock):
    """Up to three posts that editors choose; empty places show the newest."""

    title = blocks.CharBlock(max_length=80, default=_("Featured"), label=_("Title"))
    posts = blocks.ListBlock(
        blocks.PageChooserBlock(page_type="news.BlogPost", required=False),
        max_num=3,
        default=[],
        label=_("Posts"),
        help_text=_("Up to three. Empty places show the newest posts."),
    )

    class Meta:
        icon = "pick"
        label = _("Featured posts")
        template = "blocks/home/posts.html"
        description = _("Three posts of your choice.")
        is_previewable = False


class TextWithPhotoBlock(blocks.StructBlock):
    """A text beside a photo."""

    heading = blocks.CharBlock(max_length=120, label=_("Heading"))
    text = ProseBlock(features=["bold", "italic", "link", "ul"], label=_("Text"))
    photo = PhotoBlock(label=_("Photo"))
    link = LinkBlock(required=False, label=_("Button"))
    photo_first = blocks.BooleanBlock(required=False, label=_("Photo on the left"))

    class Meta:
        icon = "image"
        label = _("Text with photo")
        template = "blocks/home/text_with_photo.html"
        description = _("A few sentences beside a photo.")
        is_previewable = False


class NextConveningBlock(blocks.StructBlock):
    """The next convening; keeps itself up to date, and shows nothing while there is none."""

    title = blocks.CharBlock(max_length=80, default=_("Next convening"), label=_("Title"))
    convening = ConveningBlock(
        required=False,
        label=_("Convening"),
        help_text=_("Leave it empty for the next one. A chosen one is shown until it is over."),
    )

    def get_context(self, value, parent_context=None):
        """Add its `card`, and the address of the list of all."""
        context = super().get_context(value, parent_context)
        request = context.get("request")
        listed = ConveningIndex.objects.open_to_all(Site.find_for_request(request))
        context["card"] = next_card(value["convening"], request)
        context["convenings_url"] = listed and listed.get_url(request)
        return context

    class Meta:
        icon = "date"
        label = _("Next convening")
        template = "blocks/home/next_convening.html"
        description = _("The next convening. Nothing to look after; it disappears while there is none.")
        is_previewable = False


class SectionsBlock(blocks.StreamBlock):
    """The sections of the home page, in the order that editors give them."""

    hero = HeroBlock()
    latest_posts = LatestPostsBlock()
    featured_posts = FeaturedPostsBlock()
    next_convening = NextConveningBlock()
    text_with_photo = TextWithPhotoBlock()
    call_to_action = CallToActionBlock()
    links = LinksBlock()

    class Meta:
        required = False
        block_counts = {"hero": {"max_num": 1}, "next_convening": {"max_num": 1}}
