/// Who someone is: accounts, password hashing and SCRAM.
@NullMarked
package veche.account;

import org.jspecify.annotations.NullMarked;
