/** Runs the tests one after the other; says each that fails, and why. */
export async function runSuite(name, tests, context) {
  const result = { passed: 0, failed: 0 };
  for (const [title, test] of Object.entries(tests)) {
    try {
      await test(context);
      result.passed++;
    } catch (error) {
      result.failed++;
      console.log(`FAILED: ${name}: ${title}\n  ${error}`);
    }
  }

  return result;
}

/** All items of an async iterable. */
export async function collect(items) {
  const all = [];
  for await (const item of items) {
    all.push(item);
  }

  return all;
}
