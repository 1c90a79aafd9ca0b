/** A whole number in groups of three, such as 1,234,567: Chinese and both Mongolian scripts write it alike (CLDR 48). */
export const formatCount = (value: number): string => String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ',')
