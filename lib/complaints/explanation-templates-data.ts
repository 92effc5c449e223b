import type { Language } from './complaint.ts'
import type { ExplanationTemplate } from './explanation-template.ts'

const texts: Record<string, Record<Language, string>> = {
  'tm-counterfeit-features': {
    en: '{holder} owns the trademark "{mark}" (No. {number}, {jurisdiction}, class {classes}). The listed goods bear this mark on {places} without permission. They are not genuine; compared with the genuine product they differ as follows: {differences}. See the attached comparison.',
    zh: '{holder} 是注册商标“{mark}”（注册号 {number}，{jurisdiction}，第 {classes} 类）的权利人。被投诉商品未经许可在{places}上使用该商标，并非正品。与正品相比，差异如下：{differences}。详见所附对比文件。',
  },
  'tm-model-does-not-exist': {
    en: '{holder} owns the trademark "{mark}" (No. {number}, {jurisdiction}, class {classes}). The listed model bears this mark on {places}, but neither the holder nor any licensed maker ever made it: {statement}',
    zh: '{holder} 是注册商标“{mark}”（注册号 {number}，{jurisdiction}，第 {classes} 类）的权利人。被投诉商品在{places}上使用该商标，但权利人及其被许可人从未生产过该型号：{statement}',
  },
  'tm-test-buy': {
    en: '{holder} owns the trademark "{mark}" (No. {number}, {jurisdiction}, class {classes}). We bought the listed goods (order {order}) and examined them. They bear the mark without permission and are not genuine; see the attached report and photos.',
    zh: '{holder} 是注册商标“{mark}”（注册号 {number}，{jurisdiction}，第 {classes} 类）的权利人。我方购买了被投诉商品（订单号 {order}）并进行了鉴定。该商品未经许可使用该商标，并非正品，详见所附鉴定报告和照片。',
  },
  'tm-unfair-use': {
    en: '{holder} owns the trademark "{mark}" (No. {number}, {jurisdiction}, class {classes}). The listing shows this very mark prominently in {places} to sell goods that do not come from the holder, without permission.',
    zh: '{holder} 是注册商标“{mark}”（注册号 {number}，{jurisdiction}，第 {classes} 类）的权利人。被投诉页面未经许可，在{places}中突出使用与注册商标相同的标识，销售并非来自权利人的商品。',
  },
  'tm-keyword-misuse': {
    en: '{holder} owns the trademark "{mark}" (No. {number}, {jurisdiction}, class {classes}). The listing uses this mark in {places} for goods of another make, without permission and without describing them.',
    zh: '{holder} 是注册商标“{mark}”（注册号 {number}，{jurisdiction}，第 {classes} 类）的权利人。被投诉页面未经许可在{places}中使用该商标推广其他来源的商品，且并非描述性使用。',
  },
  'tm-obscured-mark': {
    en: '{holder} owns the trademark "{mark}" (No. {number}, {jurisdiction}, class {classes}). The listing blurs or covers this mark in {places} and yet offers goods that bear it: {differences}.',
    zh: '{holder} 是注册商标“{mark}”（注册号 {number}，{jurisdiction}，第 {classes} 类）的权利人。被投诉页面在{places}中遮挡或模糊该商标，但所售商品带有该商标：{differences}。',
  },
  'cr-art-work': {
    en: '{holder} owns the copyright in the work "{work}". The listed goods copy this work without permission; see the original beside the listing’s pictures.',
    zh: '{holder} 是作品《{work}》的著作权人。被投诉商品未经许可复制该作品，详见原作与商品图片的对比。',
  },
  'cr-image-theft': {
    en: '{holder} owns the copyright in "{work}", first shown at {source}. The listing uses it to sell goods, without permission.',
    zh: '{holder} 是《{work}》的著作权人，该作品首次发布于 {source}。被投诉页面未经许可使用该作品销售商品。',
  },
  'pt-decision': {
    en: '{holder} owns the patent "{title}" (No. {number}, {jurisdiction}). The attached decision names this product and this patent and finds that it infringes.',
    zh: '{holder} 是专利“{title}”（专利号 {number}，{jurisdiction}）的权利人。所附决定针对该商品和该专利，认定其构成侵权。',
  },
  'pt-improper-use': {
    en: '{holder} owns the patent "{title}" (No. {number}, {jurisdiction}). The listed product uses every feature of the claims named in the attached infringement analysis, without permission.',
    zh: '{holder} 是专利“{title}”（专利号 {number}，{jurisdiction}）的权利人。被投诉商品未经许可使用了所附侵权分析中列出的权利要求的全部技术特征。',
  },
  'pt-design': {
    en: '{holder} owns the design patent "{title}" (No. {number}, {jurisdiction}). The listed product looks the same to its users; see the views of the design beside the listing’s pictures.',
    zh: '{holder} 是外观设计专利“{title}”（专利号 {number}，{jurisdiction}）的权利人。被投诉商品的外观与该设计相同或近似，详见设计视图与商品图片的对比。',
  },
}

/** Texts of ours, one for each reason and language; they hold only what the complaint itself states. */
export const defaultTemplates: ExplanationTemplate[] = Object.entries(texts).flatMap(
  ([reasonId, byLanguage]) =>
    (['en', 'zh'] as const).map((language) => ({
      templateId: `${reasonId}-${language}`,
      reasonId,
      language,
      text: byLanguage[language],
    })),
)
