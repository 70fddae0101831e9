/** Keys of experiment files: how a record describes them, and how it refuses a value. */
package org.ccdas.inputs.setting;
