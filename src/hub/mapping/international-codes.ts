// Currencies and units beside those of the form as ISO and UN/ECE number them. What has no counterpart is not here and is refused, not guessed at: of the
// customs' units most count by a word of their own (只, 副, 万双), and an ounce is not said to be of which kind.

/** ISO 4217, list one; metals, units of account and codes for tests are no currencies a price is in. Held to a copy of the list by a test. */
export const currencyNumbers = `AED 784; AFN 971; ALL 008; AMD 051; AOA 973; ARS 032; AUD 036; AWG 533; AZN 944; BAM 977; BBD 052; BDT 050; BHD 048; BIF 108
BMD 060; BND 096; BOB 068; BOV 984; BRL 986; BSD 044; BTN 064; BWP 072; BYN 933; BZD 084; CAD 124; CDF 976; CHE 947; CHF 756
CHW 948; CLF 990; CLP 152; CNY 156; COP 170; COU 970; CRC 188; CUC 931; CUP 192; CVE 132; CZK 203; DJF 262; DKK 208; DOP 214
DZD 012; EGP 818; ERN 232; ETB 230; EUR 978; FJD 242; FKP 238; GBP 826; GEL 981; GHS 936; GIP 292; GMD 270; GNF 324; GTQ 320
GYD 328; HKD 344; HNL 340; HTG 332; HUF 348; IDR 360; ILS 376; INR 356; IQD 368; IRR 364; ISK 352; JMD 388; JOD 400; JPY 392
KES 404; KGS 417; KHR 116; KMF 174; KPW 408; KRW 410; KWD 414; KYD 136; KZT 398; LAK 418; LBP 422; LKR 144; LRD 430; LSL 426
LYD 434; MAD 504; MDL 498; MGA 969; MKD 807; MMK 104; MNT 496; MOP 446; MRU 929; MUR 480; MVR 462; MWK 454; MXN 484; MXV 979
MYR 458; MZN 943; NAD 516; NGN 566; NIO 558; NOK 578; NPR 524; NZD 554; OMR 512; PAB 590; PEN 604; PGK 598; PHP 608; PKR 586
PLN 985; PYG 600; QAR 634; RON 946; RSD 941; RUB 643; RWF 646; SAR 682; SBD 090; SCR 690; SDG 938; SEK 752; SGD 702; SHP 654
SLE 925; SOS 706; SRD 968; SSP 728; STN 930; SVC 222; SYP 760; SZL 748; THB 764; TJS 972; TMT 934; TND 788; TOP 776; TRY 949
TTD 780; TWD 901; TZS 834; UAH 980; UGX 800; USD 840; USN 997; UYI 940; UYU 858; UYW 927; UZS 860; VED 926; VES 928; VND 704
VUV 548; WST 882; XAF 950; XCD 951; XOF 952; XPF 953; YER 886; ZAR 710; ZMW 967; ZWG 924`;

/** Left the list, or came, on a day: kuna and lev gave way to the euro, the Antillean guilder to the Caribbean one under the same number. */
export const currencyNumbersDated = [
  { ours: 'HRK', theirs: '191', to: '2022-12-31' },
  { ours: 'BGN', theirs: '975', to: '2025-12-31' },
  { ours: 'ANG', theirs: '532', to: '2025-03-30' },
  { ours: 'XCG', theirs: '532', from: '2025-03-31' },
] as const;

/** 原报检代码 of the declaration's currencies: those of ISO but for the euro and the new Taiwan dollar (formats §4.1). */
export const quarantineCurrencies = `AUD 036; CAD 124; CHF 756; CNY 156; DKK 208; EUR 910; GBP 826; HKD 344; IDR 360; JPY 392; KRW 410; MOP 446
MYR 458; NOK 578; NZD 554; PHP 608; RUB 643; SEK 752; SGD 702; THB 764; TWD 158; USD 840`;

/**
 * UN/ECE Recommendation 20, where the customs' unit is the same measure or the same count: set, piece, each, head, pair (双 and 对 alike), metre, square and
 * cubic metre, kilogram, gram, quintal, thousand pieces, kVA, kW, kWh, kilolitre, foot, tonne, long and short ton, pound, hundredweights, carat, yard, inch,
 * litre, millilitre, gallons, cubic foot, square yard and foot, brake horse power, ream, dozen, gross, kilometre, megabecquerel.
 */
export const unitsOfTrade = `006 SET; 007 H87; 008 EA; 009 HEA; 025 PR; 026 PR; 030 MTR; 032 MTK; 033 MTQ; 035 KGM; 036 GRM; 047 DTN; 054 T3; 060 KVA
061 KWT; 062 KWH; 063 K6; 067 FOT; 070 TNE; 071 LTN; 072 STN; 076 LBR; 078 CWI; 079 CWA; 084 CTM; 086 YRD; 088 INH; 095 LTR
096 MLT; 097 GLI; 098 GLL; 099 FTQ; 110 YDK; 111 FTK; 115 BHP; 118 RM; 127 DZN; 129 GRO; 147 KMT; 149 4N`;
