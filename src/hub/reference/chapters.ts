// The chapters of the Harmonized System, in a few words each, as the first level of the tariff tree.
import type { Bilingual } from '../../kernel/bilingual.ts';

const lines = `
01 活动物|Live animals
02 肉及食用杂碎|Meat
03 水产品|Fish and seafood
04 乳品、蛋、蜂蜜|Dairy, eggs, honey
05 其他动物产品|Other animal products
06 活植物、花卉|Live plants and flowers
07 食用蔬菜|Vegetables
08 水果及坚果|Fruit and nuts
09 咖啡、茶、香料|Coffee, tea, spices
10 谷物|Cereals
11 制粉产品|Milling products
12 油籽、饲料|Oil seeds and fodder
13 树胶、树脂|Gums and resins
14 编结用植物材料|Vegetable plaiting materials
15 动植物油脂|Fats and oils
16 肉、鱼制品|Preparations of meat and fish
17 糖及糖食|Sugars
18 可可及其制品|Cocoa
19 谷物、面粉制品|Preparations of cereals
20 蔬菜、水果制品|Preparations of vegetables and fruit
21 杂项食品|Miscellaneous food
22 饮料、酒、醋|Beverages and vinegar
23 食品工业残渣、饲料|Food residues and feed
24 烟草|Tobacco
25 盐、石料、水泥|Salt, stone, cement
26 矿砂、矿渣|Ores and slag
27 矿物燃料|Mineral fuels
28 无机化学品|Inorganic chemicals
29 有机化学品|Organic chemicals
30 药品|Pharmaceuticals
31 肥料|Fertilisers
32 染料、颜料、涂料|Dyes, pigments, paints
33 香料、化妆品|Perfumes and cosmetics
34 肥皂、蜡、洗涤剂|Soap, wax, detergents
35 蛋白类物质、胶|Proteins and glues
36 炸药、烟火|Explosives
37 照相用品|Photographic goods
38 杂项化学产品|Miscellaneous chemicals
39 塑料|Plastics
40 橡胶|Rubber
41 生皮及皮革|Hides and leather
42 皮革制品|Leather goods
43 毛皮|Furskins
44 木及木制品|Wood
45 软木|Cork
46 编结材料制品|Plaited goods
47 木浆、废纸|Pulp
48 纸及纸板|Paper
49 印刷品|Printed matter
50 蚕丝|Silk
51 羊毛|Wool
52 棉花|Cotton
53 其他植物纤维|Other vegetable fibres
54 化纤长丝|Man-made filaments
55 化纤短纤|Man-made staple fibres
56 絮胎、绳、缆|Wadding, ropes
57 地毯|Carpets
58 特种机织物|Special woven fabrics
59 涂层织物|Coated fabrics
60 针织物|Knitted fabrics
61 针织服装|Knitted apparel
62 非针织服装|Woven apparel
63 其他纺织品|Other textiles
64 鞋靴|Footwear
65 帽类|Headgear
66 伞、杖|Umbrellas and sticks
67 羽毛、人造花|Feathers, artificial flowers
68 石、水泥制品|Articles of stone and cement
69 陶瓷|Ceramics
70 玻璃|Glass
71 珠宝、贵金属|Precious stones and metals
72 钢铁|Iron and steel
73 钢铁制品|Articles of iron and steel
74 铜|Copper
75 镍|Nickel
76 铝|Aluminium
77 （保留）|(reserved)
78 铅|Lead
79 锌|Zinc
80 锡|Tin
81 其他贱金属|Other base metals
82 工具、刀具|Tools and cutlery
83 贱金属杂项制品|Miscellaneous metal articles
84 机器、机械|Machinery
85 电机、电气设备|Electrical machinery
86 铁道设备|Railway equipment
87 车辆|Vehicles
88 航空器|Aircraft
89 船舶|Ships
90 光学、医疗仪器|Optical and medical instruments
91 钟表|Clocks and watches
92 乐器|Musical instruments
93 武器|Arms
94 家具、灯具|Furniture and lamps
95 玩具、运动用品|Toys and sports goods
96 杂项制品|Miscellaneous articles
97 艺术品|Works of art
98 特殊交易品|Special transactions
`;

export const chapters: ReadonlyMap<string, Bilingual> = new Map(
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [, code = '', zh = '', en = ''] = /^(\d\d) ([^|]+)\|(.+)$/.exec(line) ?? [];
      return [code, { zh, en }];
    }),
);
