/** The pure decision files, held to 100 % branch coverage. A new decision file is added here. */
export const decisionFiles: readonly string[] = [
  "app/platform/{result,day,dong,vietnamese-text}.ts",
  "app/platform/files/{file-name,byte-range}.ts",
  "app/areas/area-query.ts",
  "app/enterprises/{tax-code,personal-number,enterprise-size,size-declaration,declared-amount,contact}.ts",
  "app/products/{gtin,price,product,photo-order}.ts",
  "app/certification/certificate.ts",
  "app/listings/{listing-{status,url,host,key},recheck}.ts",
  "app/targets/{share,target}.ts",
];
