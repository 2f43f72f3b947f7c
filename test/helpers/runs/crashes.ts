/** For the test of the runner: ends before it asserted anything. */
process.exit(7);
