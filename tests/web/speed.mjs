export const speed = () => []; export const speedCases = () => [];
