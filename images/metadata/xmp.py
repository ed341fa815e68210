"""XMP (ISO 16684-1): reading a packet that anybody may have written, and writing our own.

Properties are named as in the IPTC Photo Metadata Standard, which also says how they relate to IPTC-IIM.
"""

import codecs
import re
from xml.etree.ElementTree import TreeBuilder
from xml.sax.saxutils import escape

from defusedxml.ElementTree import DefusedXMLParser

from .packets import PACKET_LIMIT, BrokenFileError
from .texts import Found, place

_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_ELEMENT_LIMIT = 20_000  # real packets have some hundred
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ENCODINGS = (  # by their byte order mark, then by how "<" looks in them
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)


def texts(packet):
    """What a packet says about the photo, as `Found`.

    Raises:
        BrokenFileError: if it is too large.
        xml.etree.ElementTree.ParseError: if it is no XML.
        defusedxml.DefusedXmlException: if it declares entities or a document type.
    """
    root = _parsed(packet)
    subjects = [found for rdf in root.iter(_name("rdf:RDF")) for found in rdf.findall(_name("rdf:Description"))]

    def text(name, separator=" "):
        return next((found for subject in subjects if (found := _value(subject, _name(name), separator))), "")

    return Found(
        caption=text("dc:description"),
        credit=text("photoshop:Credit"),
        creator=text("dc:creator", ", "),
        credit_url=_anywhere_in(subjects, "Iptc4xmpCore:CreatorContactInfo", "Iptc4xmpCore:CiUrlWork"),
        alt=text("Iptc4xmpCore:AltTextAccessibility"),
        rights=text("dc:rights"),
        taken_on=text("photoshop:DateCreated"),
        place=place(*(text(f"photoshop:{part}") for part in ("City", "State", "Country")))
        or place(
            *(
                _anywhere_in(subjects, "Iptc4xmpExt:LocationCreated", f"Iptc4xmpExt:{part}")
                for part in ("City", "ProvinceState", "CountryName")
            )
        ),
    )


def xmp_packet(texts):
    """`PublicTexts` as an XMP packet in UTF-8, for an encoder or a container; empty if there is nothing to say."""
    properties = (
        ("photoshop:Credit", texts.credit, "{}"),
        ("dc:creator", texts.creator, "<rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq>"),
        ("dc:rights", texts.rights, _ALTERNATIVES),
        ("xmpRights:UsageTerms", texts.terms, _ALTERNATIVES),
        ("dc:description", texts.caption, _ALTERNATIVES),
        ("Iptc4xmpCore:AltTextAccessibility", texts.alt, _ALTERNATIVES),
    )
    written = "".join(f"<{name}>{form.format(escape(text))}</{name}>" for name, text, form in properties if text)
    if not written:
        return b""
    namespaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items() if prefix != "rdf")
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_NAMESPACES["rdf"]}">'
        f'<rdf:Description rdf:about=""{namespaces}>{written}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()


_ALTERNATIVES = '<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>'


def as_text(packet):
    """The characters of a packet without those that XML forbids; its encoding is guessed like XML's own."""
    encoding = next((name for mark, name in _ENCODINGS if packet.startswith(mark)), None)
    text = packet.decode(encoding, "replace") if encoding else _utf8_or_else(packet)
    return _NO_XML.sub("", text)


def _utf8_or_else(packet):
    try:
        return packet.decode("utf-8")
    except UnicodeDecodeError:
        return packet.decode("cp1252", "replace")


def _parsed(packet):
    if len(packet) > PACKET_LIMIT:
        raise BrokenFileError("XMP packet too large")
    text = as_text(packet).strip()
    parser = DefusedXMLParser(target=_SmallTree(), encoding="utf-8", forbid_dtd=True)
    parser.feed(text.encode())
    return parser.close()


class _SmallTree(TreeBuilder):
    """Builds the tree, but none that is larger than any real packet, nor nested deeper than that."""

    elements = 0

    def start(self, tag, attributes):
        self.elements += 1
        if self.elements > _ELEMENT_LIMIT:
            raise BrokenFileError("XMP packet too large")
        return super().start(tag, attributes)


def _name(prefixed):
    """The name with its namespace as ElementTree writes it."""
    prefix, name = prefixed.split(":")
    return f"{{{_NAMESPACES[prefix]}}}{name}"


def _value(subject, name, separator=" "):
    """The text of a property, be it an attribute, an element, or an element with a list.

    Of alternatives (rdf:Alt) it is the default one or else the first; the texts of other lists are joined.
    """
    element = subject.find(name)
    if element is None:
        return subject.get(name, "")
    alternatives = element.find(_name("rdf:Alt"))
    if alternatives is not None:
        # Stable: x-default first, then as they stand.
        items = sorted(alternatives, key=lambda item: item.get(_LANGUAGE) != "x-default")
        return next((text for item in items if (text := (item.text or "").strip())), "")
    items = (item.text or "" for item in element.iter(_name("rdf:li")))
    return separator.join(item for item in items if item.strip()) or (element.text or "").strip()


def _anywhere_in(subjects, structure, name):
    """The first text with this name in a structure, however it is nested (XMP allows four ways)."""
    outer = next((found for subject in subjects if (found := subject.find(_name(structure))) is not None), None)
    inner = () if outer is None else outer.iter()
    return next((text for element in inner if (text := _value(element, _name(name)))), "")
