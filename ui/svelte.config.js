/** Runes everywhere; nothing else is unusual. */
export default { compilerOptions: { runes: true } };
