// Units of measure of the declaration; the tariff's legal units are among them (formats §4.1).
const lines = `
001 台|Set
002 座|Seat
003 辆|Vehicle
004 艘|Vessel
005 架|Aircraft
006 套|Suite
007 个|Piece
008 只|Each
009 头|Head
010 张|Sheet
011 件|Item
012 支|Stick
013 枝|Branch
014 根|Rod
015 条|Strip
016 把|Handle
017 块|Block
018 卷|Roll
019 副|Pair set
020 片|Slice
021 组|Group
022 份|Share
023 幅|Width
025 双|Pair
026 对|Couple
027 棵|Plant
028 株|Tree
029 井|Well
030 米|Metre
031 盘|Coil
032 平方米|Square metre
033 立方米|Cubic metre
034 筒|Tube
035 千克|Kilogram
036 克|Gram
037 盆|Pot
038 万个|Ten thousand pieces
039 具|Tool
040 百副|Hundred pairs
041 百支|Hundred sticks
042 百把|Hundred handles
043 百个|Hundred pieces
044 百片|Hundred slices
045 刀|Quire
046 疋|Bolt of cloth
047 公担|Quintal
048 扇|Fan
049 百枝|Hundred branches
050 千只|Thousand each
051 千块|Thousand blocks
052 千盒|Thousand boxes
053 千枝|Thousand branches
054 千个|Thousand pieces
055 亿支|Hundred million sticks
056 亿个|Hundred million pieces
057 万套|Ten thousand suites
058 千张|Thousand sheets
059 万张|Ten thousand sheets
060 千伏安|Kilovolt-ampere
061 千瓦|Kilowatt
062 千瓦时|Kilowatt hour
063 千升|Kilolitre
067 英尺|Foot
070 吨|Tonne
071 长吨|Long ton
072 短吨|Short ton
073 司马担|Picul, sima
074 司马斤|Catty, sima
075 斤|Catty
076 磅|Pound
077 担|Picul
078 英担|Hundredweight
079 短担|Short hundredweight
080 两|Tael
081 市担|Picul, market
083 盎司|Ounce
084 克拉|Carat
085 市尺|Foot, market
086 码|Yard
088 英寸|Inch
089 寸|Inch, Chinese
095 升|Litre
096 毫升|Millilitre
097 英加仑|Imperial gallon
098 美加仑|US gallon
099 立方英尺|Cubic foot
101 立方尺|Cubic foot, Chinese
110 平方码|Square yard
111 平方英尺|Square foot
112 平方尺|Square foot, Chinese
115 英制马力|Horsepower, imperial
116 公制马力|Horsepower, metric
118 令|Ream
120 箱|Case
121 批|Batch
122 罐|Can
123 桶|Barrel
124 扎|Bundle, tied
125 包|Packet
126 箩|Crate, bamboo
127 打|Dozen
128 筐|Basket
129 罗|Gross
130 匹|Bolt
131 册|Volume
132 本|Copy
133 发|Round
134 枚|Coin
135 捆|Bale
136 袋|Bag
139 粒|Grain
140 盒|Box
141 合|Case, small
142 瓶|Bottle
143 千支|Thousand sticks, long
144 万双|Ten thousand pairs
145 万粒|Ten thousand grains
146 千粒|Thousand grains
147 千米|Kilometre
148 千英尺|Thousand feet
149 百万贝可|Million becquerel
163 部|Unit
164 亿株|Hundred million plants
`;

export const units: readonly string[] = lines.trim().split('\n');
