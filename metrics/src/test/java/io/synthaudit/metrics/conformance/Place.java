package io.synthaudit.metrics.conformance;

/**
 * Where a tool's numbers belong.
 *
 * @param tool the other tool
 * @param dataset the real table
 * @param variant the synthetic table
 * @param ours our numbers of both
 */
record Place(String tool, String dataset, String variant, Measurements ours) {}
