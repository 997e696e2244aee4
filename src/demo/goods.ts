// What the demo companies trade, as data: invented consignments of goods that Chongqing really moves, with codes and units of
// the built-in tariff. Values are plausible, never quoted from anybody.
export type DemoLine = {
  readonly hsCode: string;
  readonly name: string;
  readonly specification: string;
  /** Pieces (or kilograms where the unit is 035). */
  readonly quantity: number;
  readonly unit: string;
  /** Second statutory unit and quantity where it is not the mass. */
  readonly second?: readonly [unit: string, quantity: number];
  readonly massKg: number;
  readonly price: string;
};
export type DemoGoods = {
  readonly packages: number;
  readonly packageKind: string;
  readonly lines: readonly DemoLine[];
};

const line = (
  hsCode: string,
  name: string,
  specification: string,
  quantity: number,
  unit: string,
  massKg: number,
  price: string,
  second?: DemoLine['second'],
): DemoLine => ({ hsCode, name, specification, quantity, unit, massKg, price, ...(second ? { second } : {}) });

export const goods = {
  laptops: {
    packages: 420,
    packageKind: '22',
    lines: [
      line('8471309000', '笔记本电脑', '0|0|14 英寸|无品牌', 4200, '001', 9240, '412.50'),
      line('8504401400', '笔记本电脑电源适配器', '0|0|65 瓦|无品牌', 4200, '007', 1260, '9.80'),
    ],
  },
  laptopParts: {
    packages: 96,
    packageKind: '22',
    lines: [
      line('8473309000', '笔记本电脑外壳', '0|0|镁合金|无品牌', 12_000, '035', 12_000, '6.40'),
      line('8534001000', '印刷电路板', '0|0|八层|无品牌', 12_900, '017', 860, '3.87'),
    ],
  },
  chips: {
    packages: 18,
    packageKind: '22',
    lines: [line('8542311990', '处理器集成电路', '0|0|未切割晶圆除外|无品牌', 48_000, '054', 310, '21.75')],
  },
  monitors: {
    packages: 240,
    packageKind: '22',
    lines: [line('8528521200', '彩色液晶显示器', '0|0|27 英寸|无品牌', 960, '001', 5760, '128.00')],
  },
  motorcycles: {
    packages: 64,
    packageKind: '22',
    lines: [line('8711201000', '摩托车', '0|0|100 毫升|无品牌', 64, '003', 6720, '486.00')],
  },
  cars: {
    packages: 12,
    packageKind: '00',
    lines: [line('8703800090', '纯电动乘用车', '0|0|五座|无品牌', 12, '003', 20_400, '18600.00')],
  },
  autoParts: {
    packages: 150,
    packageKind: '22',
    lines: [
      line('8708999990', '车身支架', '0|0|钢制|无品牌', 9600, '035', 9600, '4.20'),
      line('8483409000', '变速齿轮组', '0|0|钢制|无品牌', 2480, '007', 3100, '22.00'),
    ],
  },
  batteries: {
    packages: 40,
    packageKind: '22',
    lines: [line('8507600090', '锂离子蓄电池组', '0|0|48 伏|无品牌', 800, '007', 8800, '152.00')],
  },
  beef: {
    packages: 1080,
    packageKind: '22',
    lines: [line('0202300090', '冻去骨牛肉', '0|0|前四分体|工厂号 0000', 24_000, '035', 24_000, '5.35')],
  },
  cherries: {
    packages: 900,
    packageKind: '22',
    lines: [line('0809290000', '鲜樱桃', '0|0|28 毫米以上|无品牌', 4500, '035', 4500, '9.90')],
  },
  wine: {
    packages: 1200,
    packageKind: '22',
    lines: [line('2204210000', '干红葡萄酒', '0|0|750 毫升|无品牌', 10_800, '095', 9900, '4.15')],
  },
  pulp: {
    packages: 100,
    packageKind: '22',
    lines: [line('4703210000', '漂白针叶木浆', '0|0|绝干率 90%|无品牌', 25_000, '035', 25_000, '0.68')],
  },
  aluminium: {
    packages: 20,
    packageKind: '22',
    lines: [line('7601109000', '非合金铝锭', '0|0|99.7%|无品牌', 24_000, '035', 24_000, '2.31')],
  },
  ultrasound: {
    packages: 6,
    packageKind: '22',
    lines: [line('9018129190', '彩色超声波诊断仪', '0|0|台式|无品牌', 6, '001', 540, '23500.00')],
  },
  cosmetics: {
    packages: 120,
    packageKind: '22',
    lines: [line('3304990029', '面部护肤乳', '0|0|50 毫升|无品牌', 1800, '035', 1800, '46.00', ['011', 36_000])],
  },
} as const satisfies Record<string, DemoGoods>;
export type GoodsKey = keyof typeof goods;
