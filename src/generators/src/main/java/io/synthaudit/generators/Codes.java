package io.synthaudit.generators;

/**
 * A column as codes, in the training table and in the one being made.
 *
 * @param training code per training row
 * @param size number of codes
 * @param drawn code per row drawn
 */
record Codes(int[] training, int size, int[] drawn) {}
