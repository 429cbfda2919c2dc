"""Identifiers after their label, and telephone numbers."""

import re

from prompt_lsp.prompt_tools.engines.offline.templatize.candidate import Candidate
from prompt_lsp.prompt_tools.engines.offline.templatize.values.figure import Figure
from prompt_lsp.text import Span

# By the word before the identifier: what it is, and how it is called without more.
_LABELS = {
    "abonnement": "SUBSCRIPTION_ID",
    "account": "ACCOUNT_ID",
    "apartment": "APARTMENT_NUMBER",
    "apt": "APARTMENT_NUMBER",
    "bestellung": "ORDER_ID",
    "bestellnummer": "ORDER_ID",
    "booking": "BOOKING_ID",
    "bug": "BUG_ID",
    "building": "BUILDING_NUMBER",
    "case": "CASE_ID",
    "cep": "ZIP_CODE",
    "claim": "CLAIM_ID",
    "client": "CLIENT_ID",
    "commande": "ORDER_ID",
    "confirmation": "CONFIRMATION_ID",
    "contract": "CONTRACT_ID",
    "contrat": "CONTRACT_ID",
    "contrato": "CONTRACT_ID",
    "customer": "CUSTOMER_ID",
    "coupon": "DISCOUNT_CODE",
    "device": "DEVICE_ID",
    "discount": "DISCOUNT_CODE",
    "dossier": "CASE_ID",
    "employee": "EMPLOYEE_ID",
    "facture": "INVOICE_NUMBER",
    "factura": "INVOICE_NUMBER",
    "fatura": "INVOICE_NUMBER",
    "flat": "APARTMENT_NUMBER",
    "flight": "FLIGHT_NUMBER",
    "gate": "GATE",
    "hall": "ROOM_NUMBER",
    "incident": "INCIDENT_ID",
    "invoice": "INVOICE_NUMBER",
    "issue": "ISSUE_ID",
    "job": "JOB_ID",
    "kundennummer": "CUSTOMER_ID",
    "loan": "LOAN_ID",
    "member": "MEMBER_ID",
    "order": "ORDER_ID",
    "patient": "PATIENT_ID",
    "payment": "PAYMENT_ID",
    "pedido": "ORDER_ID",
    "permit": "PERMIT_NUMBER",
    "plz": "ZIP_CODE",
    "po": "PO_NUMBER",
    "policy": "POLICY_NUMBER",
    "postal": "ZIP_CODE",
    "postcode": "ZIP_CODE",
    "postleitzahl": "ZIP_CODE",
    "pr": "PR_NUMBER",
    "product": "PRODUCT_ID",
    "promo": "DISCOUNT_CODE",
    "project": "PROJECT_ID",
    "protocolo": "PROTOCOL_NUMBER",
    "expediente": "CASE_NUMBER",
    "aktenzeichen": "CASE_NUMBER",
    "rechnung": "INVOICE_NUMBER",
    "rechnungsnummer": "INVOICE_NUMBER",
    "ref": "REFERENCE_NUMBER",
    "reference": "REFERENCE_NUMBER",
    "request": "REQUEST_ID",
    "reserva": "RESERVATION_ID",
    "reservation": "RESERVATION_ID",
    "réservation": "RESERVATION_ID",
    "raum": "ROOM_NUMBER",
    "return": "RETURN_ID",
    "rma": "RMA_NUMBER",
    "room": "ROOM_NUMBER",
    "sala": "ROOM_NUMBER",
    "salle": "ROOM_NUMBER",
    "seat": "SEAT",
    "serial": "SERIAL_NUMBER",
    "shipment": "SHIPMENT_ID",
    "sku": "SKU",
    "suite": "SUITE",
    "student": "STUDENT_ID",
    "subscription": "SUBSCRIPTION_ID",
    "ticket": "TICKET_ID",
    "tracking": "TRACKING_NUMBER",
    "train": "TRAIN_NUMBER",
    "transaction": "TRANSACTION_ID",
    "unit": "UNIT_NUMBER",
    "user": "USER_ID",
    "vertrag": "CONTRACT_ID",
    "voucher": "DISCOUNT_CODE",
    "vuelo": "FLIGHT_NUMBER",
    "zimmer": "ROOM_NUMBER",
    "zip": "ZIP_CODE",
    "zipcode": "ZIP_CODE",
    "注文": "ORDER_ID",
    "订单": "ORDER_ID",
}
_TOLD = frozenset({*_LABELS, "code"})
_NUMBERED = frozenset(
    "id ids number num no nr nummer numéro número code ref reference".split()
)
# The label with what stands between it and its identifier.
_BEFORE = re.compile(
    r"([^\W\d_]{2,20})"
    r"(?:[ _-]?(?i:(id|number|num|no\.?|nr\.?|nummer|numéro|n\.?[°º]|número|code"
    r"|reference))"
    r"(?![^\W\d_]))?"
    r"[ ]?(?:(?:is|ist|lautet|est|es|é)[ ](?:le |la |el |o )?)?[:#(\[\"“]?[ ]?\#?$"
)
_UNSPACED = {
    "注文": "ORDER_ID",
    "订单": "ORDER_ID",
    "請求書": "INVOICE_ID",
    "发票": "INVOICE_ID",
    "顧客": "CUSTOMER_ID",
    "お客様": "CUSTOMER_ID",
    "客户": "CUSTOMER_ID",
    "会員": "MEMBER_ID",
    "会员": "MEMBER_ID",
    "予約": "BOOKING_ID",
    "预订": "BOOKING_ID",
    "快递": "TRACKING_NUMBER",
    "合同": "CONTRACT_ID",
    "契約": "CONTRACT_ID",
}
_KNOWN_UNSPACED = "|".join(_UNSPACED)
_UNSPACED_LABEL = re.compile(_KNOWN_UNSPACED)
_UNSPACED_BEFORE = re.compile(
    rf"({_KNOWN_UNSPACED})(?:番号|号码|号|編號|编号)?[はが是为]?[ ]?[:：#]?[ ]?$"
)
_TOKEN = re.compile(r"[A-Za-z0-9]{1,20}(?:[-_/][A-Za-z0-9]{1,20}){0,5}")
_TOKEN_HEAD = re.compile(
    r"(?<![A-Za-z\d\u00c0-\u024f])[A-Z][A-Za-z0-9]{0,11}(?:[-_][A-Za-z0-9]{0,11}){0,4}$"
)
_LEAST = 3  # characters of an identifier, but for rooms and their like
# So many digits are no count, and a zero before them is no number.
_LONG = re.compile(r"\d{6,20}|0\d{3,19}")
_FLIGHT_HEAD = re.compile(r"(?<![^\W_])[A-Z]{2,3} $")
_PHONE = re.compile(
    r"\d{1,5}(?:[ \u00a0./-]?\(\d{1,5}\)|\))?(?:[ \u00a0./-]{1,2}\d{1,8}){1,6}|\d{7,14}"
)
_PHONE_SHAPE = re.compile(
    r"\(?\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4}|0\d(?:[ .]\d{2}){4}(?!\d)"
    r"|0\d{2,4}[ ]\d{3,4}[ ]\d{3,4}(?!\d)|0\d{2,4}[ /]\d{6,8}(?!\d)"
)
# A day is no number to call: `RSVP by 2031-05-12`.
_DATED = re.compile(
    r"(?:19|20)\d{2}([-/.])\d{1,2}\1\d{1,2}(?!\d)"
    r"|\d{1,2}([-/.])\d{1,2}\2(?:19|20)\d{2}(?!\d)"
)
_CALLS = frozenset(
    """
    call phone tel telephone telefon téléphone teléfono telefone mobile cell fax
    whatsapp sms text dial number nummer handy contact hotline at
    calling calls ring ringing rsvp phoning dialing dialling texting telephoning
    anrufen rufen anruf ruf appeler appelez appelle llamar llame llama llamando ligue
    ligar ligando 電話 电话
    """.split()
)
_SURE_CALLS = _CALLS - {"text", "number", "nummer", "contact", "at"}


def identifier(figure: Figure) -> Candidate | None:
    """What follows a label such as `order`, also when letters begin it."""
    head = figure.head
    words = [
        word.lower().rpartition("'")[2].rpartition("’")[2] for word in figure.words
    ]
    unspaced = not head.isascii() and _UNSPACED_LABEL.search(head) is not None
    if _TOLD.isdisjoint(words) and not unspaced:
        return None
    token = _TOKEN_HEAD.search(head[-40:])
    reach = len(token[0]) if token else 0
    if not reach and (flight := _FLIGHT_HEAD.search(head[-6:])):
        reach = len(flight[0]) if "flight" in head[-24:].lower() else 0
    body = _TOKEN.match(figure.text, figure.start)
    before = head[: len(head) - reach][-36:]
    label = _UNSPACED_BEFORE.search(before) if unspaced else None
    label = label or _BEFORE.search(before)
    long = bool(body and _LONG.fullmatch(body[0]))
    marked = bool(reach) or before.endswith("#") or long
    name = _name(label, before, marked=marked)
    if not body or name is None:
        return None
    least = 1 if label and label[1].lower() in _SHORT_ONES else _LEAST
    if len(body[0]) + reach < least:
        return None
    return figure.candidate(name, body.end(), 0.85, before=reach)


def phone_number(figure: Figure) -> Candidate | None:
    """A telephone number, by its form or by the word before it."""
    head = figure.head
    reach = 2 if head.endswith("+(") else int(head.endswith(("+", "(")))
    found = figure.match(_PHONE)
    if not found:
        return None
    digits = sum(character.isdecimal() for character in found[0])
    international = head.endswith("+")
    shaped = _PHONE_SHAPE.match(figure.text, figure.start - int(head.endswith("(")))
    called = {word.lower() for word in figure.words[-2:]} & _SURE_CALLS
    if not 7 <= digits <= 15 or not (international or shaped or called):
        return None
    if not international and figure.match(_DATED):
        return None
    return Candidate("PHONE_NUMBER", Span(figure.start - reach, found.end()), 0.85)


def _name(label: re.Match[str] | None, before: str, *, marked: bool) -> str | None:
    """The name for a label, if it is one; a bare number needs a mark or the word."""
    if label is None:
        return None
    word = label[1].lower()
    numbered = label.lastindex == 2 and label[2]
    if word in _NUMBERED and not numbered:
        words = before[: label.start()].split()
        word, numbered = (
            (words[-1].lower().strip("#:"), label[1]) if words else ("", "")
        )
    name = _LABELS.get(word) or _UNSPACED.get(word)
    if name is None or not (marked or numbered or word in _ALWAYS):
        return None
    kind = str(numbered or "").lower().strip(".")
    stem = name.rpartition("_")[0] or name
    if kind == "id":
        return f"{stem}_ID"
    return f"{stem}_NUMBER" if kind in {"number", "num", "no", "nr"} else name


_SHORT_ONES = frozenset(
    """
    room raum zimmer salle sala gate flat apartment apt suite seat hall
    """.split()
)
# A bare number after these can only be theirs: `invoice 4821`.
_ALWAYS = frozenset(
    """
    order ticket invoice rechnung rechnungsnummer bestellnummer bestellung kundennummer
    booking facture factura fatura commande pedido sku flight tracking reservation claim
    protocolo expediente aktenzeichen
    incident room raum zimmer salle sala gate flat apartment apt suite seat zip zipcode
    postcode postleitzahl plz cep 注文 订单
    """.split()
)
