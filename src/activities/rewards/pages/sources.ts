export function keyOfChoice(value: string): { readonly county: number; readonly id: string } {
  const [county = '', id = ''] = value.split('/');
  return { county: Number(county), id };
}

export function keyOf({ county, id }: { readonly county: number; readonly id: string }) {
  return { county, id };
}
