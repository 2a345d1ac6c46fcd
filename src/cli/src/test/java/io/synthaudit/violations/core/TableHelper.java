package io.synthaudit.violations.core;

/** Planted: a class whose name says nothing. */
public final class TableHelper {}
