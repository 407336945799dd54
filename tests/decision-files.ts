/** The pure decision files, held to 100 % branch coverage. A new decision file is added here. */
export const decisionFiles: readonly string[] = [
  "app/platform/{result,day,dong,percent,vietnamese-text}.ts",
  "app/platform/http/fields.ts",
  "app/platform/files/{file-name,byte-range}.ts",
  "app/platform/mail/mail-attempt.ts",
  "app/platform/sheets/{csv-dialect,excel-day,formula-safe,legacy-text,number-format,read-cell,sheet,sheet-columns,sheet-header,title-likeness,vietnamese-likeness,vni-letters,written-sheet,xlsx-xml}.ts",
  "app/platform/text-messages/gateway-answer.ts",
  "app/accounts/{access,account-change,activation-code,api-key,attempt-key,common-passwords,contact,device,draft,email,password}.ts",
  "app/areas/area-query.ts",
  "app/enterprises/{checklist,checklist-place,tax-code,personal-number,enterprise-size,size-declaration,declared-amount,contact,deduce-legal-form}.ts",
  "app/imports/{import-workflow,read-row,read-field,row-claims,propose-columns,cut-batch,count-rows,row-outcome}.ts",
  "app/products/{gtin,price,product,photo-cut,photo-order,product-columns,product-row,product-change}.ts",
  "app/certification/{bulk-decision,certificate,check-certificate,checked-certificate,number-key,recognised-certificate,recognised-enterprise,recognition-row,recognition-world,reminder,renewal,revocation,scope,suspicion,written-level}.ts",
  "app/certification/scan-address.ts",
  "app/reviews/{review,review-decision,decided-address,recheck-view,proposed-change,version,text-diff,working-days,service-time,queue-address,queue-filter,decision-form,reason}.ts",
  "app/desk/{change-warnings,journal-details,mail-text,product-data,product-outlook,owner-work}.ts",
  "app/listings/{listing-{status,url,host,key,row},recheck,marketplace-hosts,observed-at}.ts",
  "app/maturity/assessment.ts",
  "app/targets/{population-row,share,target,counting-rules,figure-day,target-view,counted-href,scope}.ts",
  "app/feeds/feed-item.ts",
];

/** Plain files with functions that decide nothing worth a gate, and why. */
export const undecidedFiles: Readonly<Record<string, string>> = {
  "app/areas/area-choice.ts": "words from the catalogue",
  "app/areas/area-label.ts": "words from the catalogue",
  "app/imports/column-words.ts": "words from the catalogue",
  "app/assistance/read-back.ts": "words from the catalogue",
  "app/imports/problem-words.ts": "words from the catalogue",
  "app/desk/judge-product.ts": "hands what is stored to the decision files",
  "app/platform/http/page-title.ts": "hands on what the loader made",
  "app/reviews/open-desk.ts": "hands a form's state to the page",
  "app/desk/bench-href.ts": "addresses of lists; held by the figures' own test",
  "app/certification/level.ts": "words from the catalogue",
  "app/reviews/capped-count.ts": "words for a number; held by its own test",
  "app/desk/review-fields.ts": "names what the forms of all kinds ask; held by its own test",
};
