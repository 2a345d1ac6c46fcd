package io.synthaudit.violations.core.util;

/** Planted: a package whose name says nothing. */
public final class Misplaced {}
