"""The admin as a person at the screen uses it."""

import re

from django.contrib.auth.models import Group, User
from playwright.sync_api import expect

from images.tests.factories import image_file

PASSWORD = "a long and quiet sentence"
WINDOW = {"width": 1300, "height": 1000}


def person(group, name):
    """An account in one group and no other; returns the user."""
    user = User.objects.create_user(name, f"{name}@example.org", PASSWORD)
    user.groups.set([Group.objects.get(name=group)])
    return user


def sign_in(page, user):
    """Sign in by the form, which takes seconds; `at_work` is quicker."""
    page.goto("/admin/")
    page.get_by_role("textbox", name="Username").fill(user.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/admin/")


# The editor saves drafts by itself, a while after it has noticed a change; an answer to what was asked meanwhile
# would find a newer version. It is settled when it watches, nothing is on its way, and what it holds is known.
WATCH_THE_EDITOR = """
  let form, known, saving = false;
  addEventListener("w-unsaved:watch-edits", (event) => [form, known] = [event.target, event.detail.initialFormData]);
  addEventListener("w-autosave:save", () => saving = true);
  addEventListener("w-autosave:success", () => saving = false);
  addEventListener("w-autosave:error", () => saving = false);
  window.editorIsSettled = () => {
    const watcher = form && wagtail.app.getControllerForElementAndIdentifier(form, "w-unsaved");
    return watcher && !saving && (known === watcher.formData || !watcher.checkInterval);
  };
"""


class Editor:
    """The page editor, open in a browser. `stream` is the field whose blocks it works with."""

    def __init__(self, page, stream="body"):
        self.page = page
        self.stream = f"#{stream}-root > [data-streamfield-stream-container]"
        page.add_init_script(WATCH_THE_EDITOR)

    def wait_until_settled(self):
        """Wait until the editor has noticed and saved every change."""
        # Not with each frame, as Playwright would ask: to compare the whole form takes longer than a frame.
        self.page.wait_for_function("() => editorIsSettled()", polling=50)

    @property
    def modal(self):
        """The dialog in front of the page."""
        return self.page.get_by_role("dialog")

    def fill(self, label, text):
        """Write into a field of one line and leave it."""
        field = self.page.get_by_role("textbox", name=label, exact=True)
        field.fill(text)
        field.blur()

    def write(self, box, text):
        """Write into a rich text field, and wait until the form holds the words."""
        words = box.locator(".public-DraftEditor-content")
        words.focus()
        expect(words).to_be_focused()
        self.page.keyboard.type(text)
        expect(box.locator("input:has(+ .Draftail-Editor__wrapper)")).to_have_value(re.compile(re.escape(text)))

    def rewrite(self, box, text):
        """Write into a rich text field in place of what it holds."""
        box.locator(".public-DraftEditor-content").focus()
        self.page.keyboard.press("Control+A")
        self.write(box, text)

    def block(self, number):
        """A block of the body, counted from 0."""
        return self.blocks.nth(number)

    @property
    def blocks(self):
        """The blocks of the stream, without those within other blocks."""
        return self.page.locator(f"{self.stream} > [data-streamfield-child]")

    @property
    def kinds_of_block(self):
        """The entries of the open list of blocks."""
        return self.page.locator(".w-combobox__option")

    def open_block_menu(self):
        """Open the list of blocks at the end of the body."""
        self.page.locator(f"{self.stream} > div > .c-sf-add-button").last.click()

    def add_block(self, name):
        """Add a block at the end of the body and return it."""
        number = self.blocks.count()
        self.open_block_menu()
        self.kinds_of_block.and_(self.page.get_by_role("option", name=name, exact=True)).click()
        self.block(number).wait_for()
        return self.block(number)

    def open_chooser(self, chooser):
        """Open the dialog of a photo field.

        It comes without its movement: at the end of that, the dialog takes the focus from whoever types already.
        """
        self.page.evaluate("() => { jQuery.support.transition = false; }")
        chooser.get_by_role("button", name="Choose an image").click()

    def upload_photo(self, chooser, *, title, alt_text, caption, credit):
        """Upload a photo in the dialog of a photo field."""
        self.open_chooser(chooser)
        self.modal.get_by_role("tab", name="Upload").click()
        self.modal.get_by_role("textbox", name="Title").fill(title)
        self.modal.get_by_label("File").set_input_files(
            {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": image_file().read()}
        )
        self.modal.get_by_label("Alt text").fill(alt_text)
        self.write(self.modal, caption)
        self.modal.get_by_role("textbox", name="Credit line").fill(credit)
        self.modal.get_by_role("button", name="Upload", exact=True).click()
        expect(chooser.get_by_text(title)).to_be_visible()

    def choose_photo(self, chooser, title):
        """Choose a photo of the library."""
        self.open_chooser(chooser)
        self.modal.get_by_role("link", name=title).click()
        expect(chooser.get_by_text(title)).to_be_visible()

    def panel(self, heading):
        """The part of the form with this heading."""
        return self.page.get_by_role("region", name=heading, exact=True)

    def button(self, name):
        """The button at the foot of the page that says this; some wait behind an arrow."""
        return self.page.locator("footer").get_by_role("button", name=name, exact=True)

    def act(self, name):
        """Do what a button at the foot of the page says, and wait for the answer."""
        self.wait_until_settled()
        if not self.button(name).is_visible():
            self.button("More actions").click()
        with self.page.expect_navigation():
            self.button(name).click()
