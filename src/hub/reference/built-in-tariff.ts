// Tariff lines of goods that Chongqing trades, for the demonstration only: rates of the 2020 table where known, not the
// rates of today; every line says `official: false`. Columns: code, zh, en, documents, first unit, second unit, MFN, VAT.
import type { TariffLine } from './contract.ts';

const lines = `
8471301000|平板电脑|Tablet computers||001|035|0|0.13
8471309000|其他便携式自动数据处理设备|Other portable data processing machines||001|035|0|0.13
8473309000|其他税目84.71机器的零件、附件|Other parts of heading 84.71|||035|0|0.13
8517120090|其他手持式无线电话机|Other mobile telephones||001|035|0|0.13
8528521200|彩色液晶显示器|Colour LCD monitors||001|035|0|0.13
8542311990|其他处理器及控制器集成电路|Processors and controllers|||054|0|0.13
8534001000|四层以上的印刷电路|Printed circuits, more than four layers|||035|0|0.13
8541402000|太阳能电池|Solar cells||007|035|0|0.13
8703234110|仅装有点燃往复式活塞内燃发动机的小轿车（1.5–2升）|Cars, spark ignition, 1.5 to 2 l|46AO|003|035|0.15|0.13
8703800090|其他纯电动乘用车|Other electric passenger cars|46AO|003|035|0.15|0.13
8708999990|其他机动车辆零件、附件|Other parts of motor vehicles|||035|0.06|0.13
8711201000|排量50–100毫升摩托车|Motorcycles 50 to 100 ml|46A|003|035|0.45|0.13
8408909220|14–132.39千瓦的柴油发动机|Diesel engines 14 to 132.39 kW|O|001|122|0.08|0.13
8483409000|其他传动装置|Other transmission gear|||035|0.08|0.13
3901200099|其他初级形状的聚乙烯|Other polyethylene|7A||035|0.065|0.13
3919909090|其他自粘塑料板、片|Other self-adhesive plastic sheets|||035|0.065|0.13
4821100000|印制的纸或纸板标签|Printed paper labels|||035|0|0.13
2603000010|铜矿砂及其精矿|Copper ores and concentrates|7A||035|0|0.13
2204210000|小包装的鲜葡萄酿造的酒|Wine in small containers|7AB|095|035|0.14|0.13
0202300090|其他冻藏的去骨牛肉|Other frozen boneless beef|7AB||035|0.12|0.09
0304819000|其他冻鲑鱼片|Other frozen salmon fillets|AB||035|0.07|0.09
0302140090|其他鲜、冷大西洋鲑鱼|Other fresh Atlantic salmon|AB||035|0.1|0.09
0810100000|鲜草莓|Fresh strawberries|AB||035|0.14|0.09
0809290000|其他鲜樱桃|Other fresh cherries|AB||035|0.1|0.09
0709600000|鲜或冷藏的辣椒|Fresh peppers|AB||035|0.13|0.09
0904221000|已磨辣椒|Ground dried chillies|AB||035|0.2|0.13
0901110000|未浸除咖啡碱的未焙炒咖啡|Coffee, not roasted|AB||035|0.08|0.09
1806310000|夹心块状或条状巧克力|Filled chocolate bars|AB||035|0.08|0.13
3004909099|其他已配剂量的药品|Other medicaments in doses|Q||035|0|0.13
3304990029|其他美容或护肤品|Other beauty or skin care preparations|AB||035|0.01|0.13
3204170000|颜料及以其为基本成分的制品|Pigments and preparations|||035|0.065|0.13
2815110000|固体氢氧化钠|Solid sodium hydroxide|A||035|0.1|0.13
2909499000|其他醚醇及其衍生物|Other ether-alcohols|A||035|0.055|0.13
7210490000|其他镀锌铁或非合金钢平板轧材|Other zinc plated steel sheet|7A||035|0.08|0.13
7601109000|其他未锻轧非合金铝|Other unwrought aluminium|7||035|0.05|0.13
8421219990|其他过滤水的机器|Other water filters||001|035|0.05|0.13
8504401400|功率小于1千瓦的直流稳压电源|Stabilised power supplies below 1 kW||007|035|0|0.13
8507600090|其他锂离子蓄电池|Other lithium-ion accumulators||007|035|0.1|0.13
9018129190|其他彩色超声波诊断仪|Other colour ultrasound scanners|6OA|001|035|0.04|0.13
9403609990|其他木家具|Other wooden furniture|AB|011|035|0|0.13
4407110091|其他端部接合的红松木|Other pine, finger-jointed|AB|033|035|0|0.09
4703210000|漂白针叶木化学木浆|Bleached coniferous wood pulp|A||035|0|0.13
6109100021|棉制针织T恤衫|Cotton T-shirts, knitted||011|035|0.06|0.13
6403919200|其他皮革制鞋面的鞋靴|Other footwear, leather uppers||025|035|0.1|0.13
9504200000|台球用品及附件|Billiard articles|||035|0|0.13
`;

/** Where a line names no own first unit, kilogram is the only statutory unit. */
export const builtInTariff: readonly TariffLine[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', zh = '', en = '', documents = '', first = '', second = '', mfnRate = '', vatRate = ''] = line.split('|');
    return { code, name: { zh, en }, documents: [...documents], firstUnit: first || second, ...(first ? { secondUnit: second } : {}), mfnRate, vatRate, elements: [], official: false };
  });
