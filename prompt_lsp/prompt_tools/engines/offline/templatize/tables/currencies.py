"""Signs, codes and names of currencies."""

from functools import cache

from prompt_lsp.prompt_tools.engines.offline.templatize.tables.phrases import listed

SIGNS = "$€£¥₹₩₽₺₴₦₫฿₪₱₡₲₵₸₼₾₭₮﷼￥￡￦"

# ISO 4217, the codes in use.
CODES = """
AED, AFN, ALL, AMD, ANG, AOA, ARS, AUD, AWG, AZN, BAM, BBD, BDT, BGN, BHD, BIF, BMD,
BND, BOB, BRL, BSD, BTN, BWP, BYN, BZD, CAD, CDF, CHF, CLP, CNY, COP, CRC, CUP, CVE,
CZK, DJF, DKK, DOP, DZD, EGP, ERN, ETB, EUR, FJD, FKP, GBP, GEL, GHS, GIP, GMD, GNF,
GTQ, GYD, HKD, HNL, HRK, HTG, HUF, IDR, ILS, INR, IQD, IRR, ISK, JMD, JOD, JPY, KES,
KGS, KHR, KMF, KPW, KRW, KWD, KYD, KZT, LAK, LBP, LKR, LRD, LSL, LYD, MAD, MDL, MGA,
MKD, MMK, MNT, MOP, MRU, MUR, MVR, MWK, MXN, MYR, MZN, NAD, NGN, NIO, NOK, NPR, NZD,
OMR, PAB, PEN, PGK, PHP, PKR, PLN, PYG, QAR, RON, RSD, RUB, RWF, SAR, SBD, SCR, SDG,
SEK, SGD, SHP, SLE, SOS, SRD, SSP, STN, SYP, SZL, THB, TJS, TMT, TND, TOP, TRY, TTD,
TWD, TZS, UAH, UGX, USD, UYU, UZS, VES, VND, VUV, WST, XAF, XAG, XAU, XCD, XOF, XPF,
YER, ZAR, ZMW, RMB, BTC, ETH, USDT
"""

# Not `won`, `real` and `livres`, which are everyday words of a prompt.
NAMES = """
dollar, dollars, US dollars, US dollar, euro, euros, pounds sterling, pence, cents, yen,
yuan, renminbi, rupee, rupees, ruble, rubles, rouble, roubles, franc, francs,
Swiss francs, krona, kronor, krone, kroner, zloty, lira, peso, pesos, reais, rand,
ringgit, baht, shekel, shekels, dirham, dirhams, riyal, riyals, naira, bucks, bitcoin,
bitcoins, Euro, Dollar, US-Dollar, Franken, Schweizer Franken, Pfund, Kronen, Cent,
dollars américains, dólares, dólar, centavos, pesos mexicanos, pesos argentinos,
万円, 億円, 円, 元, 块, 人民币, 人民幣, 美元, 欧元, 日元, 英镑, 港元, ドル, 米ドル,
ユーロ
"""


@cache
def currency_codes() -> frozenset[str]:
    """The three letters of each currency."""
    return listed(CODES)


@cache
def currency_names() -> tuple[str, ...]:
    """The words that follow an amount, as written, the longest first."""
    return tuple(sorted(listed(NAMES), key=lambda name: (-len(name), name)))
