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

NAMES = """
dollar, dollars, US dollars, US dollar, euro, euros, pound, pounds, pounds sterling,
pence, cents, yen, yuan, renminbi, rupee, rupees, won, ruble, rubles, rouble, roubles,
franc, francs, Swiss francs, krona, kronor, krone, kroner, zloty, lira, peso, pesos,
real, reais, rand, ringgit, baht, dong, shekel, shekels, dirham, dirhams, riyal,
riyals, naira, bucks, bitcoin, bitcoins, Dollar, Franken, Schweizer Franken, Pfund,
Kronen, Cent, livres, dollars américains, dólares, dólar, libras, centavos, soles,
pesos mexicanos, pesos argentinos
"""

UNSPACED_NAMES = (
    "円, 元, 人民币, 人民幣, 美元, 欧元, 日元, 英镑, 港元, ドル, 米ドル, ユーロ, 万円"
)


@cache
def currency_codes() -> frozenset[str]:
    """The three letters of each currency."""
    return listed(CODES)


@cache
def currency_names() -> frozenset[str]:
    """The words that follow an amount, as written."""
    return listed(NAMES)
