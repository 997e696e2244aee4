// The order of elements in DecMessage v3.1, as the interface writes them (formats §1.1–1.5).
export const headOrder =
  'SeqNo IEFlag Type AgentCode AgentName ApprNo BillNo ContrNo CustomMaster CutMode DistinatePort FeeCurr FeeMark FeeRate GrossWet IEDate IEPort InsurCurr InsurMark InsurRate LicenseNo ManualNo NetWt NoteS OtherCurr OtherMark OtherRate OwnerCode OwnerName PackNo TradeCode TradeCountry TradeMode TradeName TrafMode TrafName TransMode WrapType EntryId PreEntryId EdiId Risk CopName CopCode EntryType PDate TypistNo InputerName PartenerID TgdNo DataSource DeclTrnRel ChkSurety BillType CopCodeScc OwnerCodeScc AgentCodeScc TradeCoScc PromiseItmes TradeAreaCode CheckFlow TaxAaminMark MarkNo DespPortCode EntyPortCode GoodsPlace BLNo InspOrgCode SpecDeclFlag PurpOrgCode DespDate CmplDschrgDt CorrelationReasonFlag VsaOrgCode OrigBoxFlag DeclareName NoOtherPack OrgCode OverseasConsignorCode OverseasConsignorCname OverseasConsignorEname OverseasConsignorAddr OverseasConsigneeCode OverseasConsigneeEname DomesticConsigneeEname CorrelationNo EdiRemark EdiRemark2 TradeCiqCode OwnerCiqCode DeclCiqCode'.split(
    ' ',
  );
export const lineOrder =
  'ClassMark CodeTS ContrItem DeclPrice DutyMode Factor GModel GName GNo OriginCountry TradeCurr DeclTotal GQty FirstQty SecondQty GUnit FirstUnit SecondUnit UseTo WorkUsd ExgNo ExgVersion DestinationCountry CiqCode DeclGoodsEname OrigPlaceCode Purpose ProdValidDt ProdQgp GoodsAttr Stuff Uncode DangName DangPackType DangPackSpec EngManEntCnm NoDangFlag DestCode GoodsSpec GoodsModel GoodsBrand ProduceDate ProdBatchNo DistrictCode CiqName MnufctrRegNo MnufctrRegName RcepOrigPlaceCode ControlExplainCode'.split(
    ' ',
  );
export const signOrder =
  'OperType ICCode CopCode OperName ClientSeqNo Sign SignDate Certificate HostId BillSeqNo DomainId Note'.split(' ');

/** The repeated nodes (and the two single ones that are not head or sign): item element, group of the form, order. */
export const nodes: readonly {
  readonly item: string;
  readonly wrapper?: string;
  readonly group?: string;
  readonly order: readonly string[];
}[] = [
  { item: 'LicenseDocu', wrapper: 'DecLicenseDocus', group: 'licences', order: ['DocuCode', 'CertCode'] },
  {
    item: 'Container',
    wrapper: 'DecContainers',
    group: 'containers',
    order: ['ContainerId', 'ContainerMd', 'GoodsNo', 'LclFlag', 'GoodsContaWt', 'ContainerWt'],
  },
  {
    item: 'DecGoodsLimit',
    group: 'goodsLicences',
    order: ['GoodsNo', 'LicTypeCode', 'LicenceNo', 'LicWrtofDetailNo', 'LicWrtofQty', 'LicWrtofQtyUnit'],
  },
  { item: 'DecFreeTxt', order: ['RelId', 'RelManNo', 'BonNo', 'VoyNo', 'DecBpNo', 'CusFie', 'DecNo'] },
  {
    item: 'DecRequestCert',
    wrapper: 'DecRequestCerts',
    group: 'certificates',
    order: ['AppCertCode', 'ApplOri', 'ApplCopyQuan'],
  },
  { item: 'DecOtherPack', wrapper: 'DecOtherPacks', group: 'packages', order: ['PackQty', 'PackType'] },
  {
    item: 'DecCopLimit',
    wrapper: 'DecCopLimits',
    group: 'qualifications',
    order: ['EntQualifNo', 'EntQualifTypeCode'],
  },
  { item: 'DecUser', wrapper: 'DecUsers', group: 'users', order: ['UseOrgPersonCode', 'UseOrgPersonTel'] },
  { item: 'DecCopPromise', wrapper: 'DecCopPromises', group: 'promises', order: ['DeclaratioMaterialCode'] },
  {
    item: 'EdocRealation',
    group: 'attachments',
    order: [
      'EdocID',
      'EdocCode',
      'EdocFomatType',
      'OpNote',
      'EdocCopId',
      'EdocOwnerCode',
      'SignUnit',
      'SignTime',
      'EdocOwnerName',
      'EdocSize',
      'GNoStr',
    ],
  },
  {
    item: 'DecTpAccess',
    order: ['TransitionApply', 'TransitionSite', 'ConditionalLiftoffApply', 'PortDestMergeCheckApply'],
  },
];
