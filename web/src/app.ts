void import('./map/map.ts');
